"use strict";(self.rspackChunkmathcoder_jupyterlab=self.rspackChunkmathcoder_jupyterlab||[]).push([[232],{475(o,e,r){var t=r(601),a=r.n(t),n=r(314),p=(r.n(n))()(a());p.push([o.id,`/* Colours and sizes are the theme's. Nothing is said by colour alone. */

/* Cells of an answer: a quiet line at the left, and a name above. */
.jp-Notebook .jp-Cell.jp-mod-mathcoder-generated {
  border-left: 2px solid var(--jp-border-color1);
}

.jp-Notebook .jp-Cell.jp-mod-mathcoder-question {
  border-left: 2px solid var(--jp-brand-color1);
}

.jp-Notebook .jp-Cell.jp-mod-mathcoder-waiting {
  border-left-color: var(--jp-warn-color1);
}

.jp-Notebook .jp-Cell.jp-mod-mathcoder-stale {
  border-left-style: dashed;
}

.jp-MathCoder-bar {
  padding-left: calc(var(--jp-cell-prompt-width) + var(--jp-cell-collapser-width) + 5px);
  padding-right: 4px;
  color: var(--jp-ui-font-color2);
  font-family: var(--jp-ui-font-family);
  font-size: calc(var(--jp-ui-font-size1) * 0.9);
  line-height: 1.6;
}

/* Where there is nothing to read, the menu stands in the empty corner beside the cell. */
.jp-MathCoder-bar.jp-mod-compact {
  position: absolute;
  z-index: 1;
  top: 6px;
  left: calc(var(--jp-cell-collapser-width) + 8px);
  padding: 0;
}

.jp-MathCoder-bar.jp-mod-compact .jp-MathCoder-name {
  display: none;
}

.jp-MathCoder-bar.jp-mod-compact .jp-MathCoder-button {
  opacity: 0.45;
}

.jp-MathCoder-bar.jp-mod-compact .jp-MathCoder-button:hover,
.jp-MathCoder-bar.jp-mod-compact .jp-MathCoder-button:focus-visible {
  opacity: 1;
}

.jp-Cell.jp-mod-mathcoder-generated {
  position: relative;
}

.jp-MathCoder-line {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  column-gap: 8px;
  min-height: 18px;
}

.jp-MathCoder-name {
  color: var(--jp-ui-font-color2);
  font-weight: 600;
}

.jp-MathCoder-fact::before {
  content: '\xb7 ';
}

.jp-MathCoder-tools {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px;
  margin-left: auto;
}

.jp-MathCoder-button {
  padding: 0 6px;
  border: 1px solid transparent;
  border-radius: var(--jp-border-radius);
  background: transparent;
  color: var(--jp-ui-font-color1);
  font-family: var(--jp-ui-font-family);
  font-size: calc(var(--jp-ui-font-size1) * 0.9);
  line-height: 18px;
  cursor: pointer;
}

.jp-MathCoder-button:hover {
  background: var(--jp-layout-color3);
}

.jp-MathCoder-button:focus-visible,
.jp-MathCoder-select:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 1px;
}

.jp-MathCoder-menuButton {
  display: inline-flex;
  padding: 0 2px;
}

.jp-MathCoder-notice,
.jp-MathCoder-explanation {
  margin: 2px 0 4px;
  padding: 8px 12px;
  border: 1px solid var(--jp-border-color1);
  border-radius: var(--jp-border-radius);
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-family: var(--jp-ui-font-family);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.5;
}

[data-tone='waiting'] > .jp-MathCoder-notice {
  border-left: 4px solid var(--jp-warn-color1);
}

.jp-MathCoder-reasons {
  margin: 2px 0;
  padding-left: 20px;
}

.jp-MathCoder-choices {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 6px;
}

.jp-MathCoder-choices > .jp-MathCoder-button {
  padding: 2px 10px;
  border-color: var(--jp-border-color0);
  background: var(--jp-layout-color2);
  font-size: var(--jp-ui-font-size1);
}

.jp-MathCoder-choices > .jp-MathCoder-button.jp-mod-primary {
  border-color: var(--jp-brand-color0, var(--jp-brand-color1));
  background: var(--jp-brand-color0, var(--jp-brand-color1));
  color: var(--jp-ui-inverse-font-color1);
  font-weight: 600;
}

.jp-MathCoder-explanation {
  margin-left: calc(var(--jp-cell-prompt-width) + var(--jp-cell-collapser-width) + 5px);
  border-left: 4px solid var(--jp-info-color1);
}

.jp-MathCoder-explanationTitle {
  font-weight: 600;
}

.jp-MathCoder-explanation .jp-RenderedHTMLCommon {
  padding: 0;
  font-size: var(--jp-ui-font-size1);
}

.jp-MathCoder-fix {
  margin: 6px 0 0;
  padding: 4px 8px;
  overflow-x: auto;
  background: var(--jp-layout-color2);
  font-family: var(--jp-code-font-family);
  font-size: var(--jp-code-font-size);
}

/* What is offered for an error stands below it, where its name need not be pushed to the right. */
[data-role='plain'] .jp-MathCoder-tools {
  margin-left: 0;
}

[data-role='plain'] .jp-MathCoder-button {
  border-color: var(--jp-border-color1);
}

/* Questions read as words. */
.jp-mod-mathcoder-question .jp-MathCoder-name {
  color: var(--jp-ui-font-color1);
}

/* Status bar and toolbar */
.jp-MathCoder-status {
  display: flex;
  align-items: center;
}

.jp-MathCoder-statusText {
  padding: 0 4px;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.jp-MathCoder-statusStop {
  border-color: var(--jp-border-color0);
  color: var(--jp-ui-font-color1);
  background: var(--jp-layout-color1);
  line-height: 16px;
}

.jp-MathCoder-spoken {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.jp-MathCoder-toolbarItem {
  display: flex;
  align-items: center;
  gap: 6px;
}

.jp-MathCoder-toolbarState {
  max-width: 240px;
  overflow: hidden;
  text-overflow: ellipsis;
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  white-space: nowrap;
}

.jp-MathCoder-select {
  height: 24px;
  max-width: 160px;
  border: 1px solid transparent;
  border-radius: var(--jp-border-radius);
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-family: var(--jp-ui-font-family);
  font-size: var(--jp-ui-font-size1);
}

.jp-MathCoder-select:hover {
  background: var(--jp-layout-color2);
}
`,""]),r.d(e,{},{A:p})},314(o){o.exports=function(o){var e=[];return e.toString=function(){return this.map(function(e){var r="",t=void 0!==e[5];return e[4]&&(r+="@supports (".concat(e[4],") {")),e[2]&&(r+="@media ".concat(e[2]," {")),t&&(r+="@layer".concat(e[5].length>0?" ".concat(e[5]):""," {")),r+=o(e),t&&(r+="}"),e[2]&&(r+="}"),e[4]&&(r+="}"),r}).join("")},e.i=function(o,r,t,a,n){"string"==typeof o&&(o=[[null,o,void 0]]);var p={};if(t)for(var i=0;i<this.length;i++){var l=this[i][0];null!=l&&(p[l]=!0)}for(var d=0;d<o.length;d++){var c=[].concat(o[d]);t&&p[c[0]]||(void 0!==n&&(void 0===c[5]||(c[1]="@layer".concat(c[5].length>0?" ".concat(c[5]):""," {").concat(c[1],"}")),c[5]=n),r&&(c[2]&&(c[1]="@media ".concat(c[2]," {").concat(c[1],"}")),c[2]=r),a&&(c[4]?(c[1]="@supports (".concat(c[4],") {").concat(c[1],"}"),c[4]=a):c[4]="".concat(a)),e.push(c))}},e}},601(o){o.exports=function(o){return o[1]}},72(o){var e=[];function r(o){for(var r=-1,t=0;t<e.length;t++)if(e[t].identifier===o){r=t;break}return r}function t(o,t){for(var a={},n=[],p=0;p<o.length;p++){var i=o[p],l=t.base?i[0]+t.base:i[0],d=a[l]||0,c="".concat(l," ").concat(d);a[l]=d+1;var s=r(c),u={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==s)e[s].references++,e[s].updater(u);else{var f=function(o,e){var r=e.domAPI(e);return r.update(o),function(e){e?(e.css!==o.css||e.media!==o.media||e.sourceMap!==o.sourceMap||e.supports!==o.supports||e.layer!==o.layer)&&r.update(o=e):r.remove()}}(u,t);t.byIndex=p,e.splice(p,0,{identifier:c,updater:f,references:1})}n.push(c)}return n}o.exports=function(o,a){var n=t(o=o||[],a=a||{});return function(o){o=o||[];for(var p=0;p<n.length;p++){var i=r(n[p]);e[i].references--}for(var l=t(o,a),d=0;d<n.length;d++){var c=r(n[d]);0===e[c].references&&(e[c].updater(),e.splice(c,1))}n=l}}},659(o){var e={};o.exports=function(o,r){var t=function(o){if(void 0===e[o]){var r=document.querySelector(o);if(window.HTMLIFrameElement&&r instanceof window.HTMLIFrameElement)try{r=r.contentDocument.head}catch(o){r=null}e[o]=r}return e[o]}(o);if(!t)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");t.appendChild(r)}},540(o){o.exports=function(o){var e=document.createElement("style");return o.setAttributes(e,o.attributes),o.insert(e,o.options),e}},56(o,e,r){o.exports=function(o){var e=r.nc;e&&o.setAttribute("nonce",e)}},825(o){o.exports=function(o){if("u"<typeof document)return{update:function(){},remove:function(){}};var e=o.insertStyleElement(o);return{update:function(r){var t,a,n;t="",r.supports&&(t+="@supports (".concat(r.supports,") {")),r.media&&(t+="@media ".concat(r.media," {")),(a=void 0!==r.layer)&&(t+="@layer".concat(r.layer.length>0?" ".concat(r.layer):""," {")),t+=r.css,a&&(t+="}"),r.media&&(t+="}"),r.supports&&(t+="}"),(n=r.sourceMap)&&"u">typeof btoa&&(t+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(n))))," */")),o.styleTagTransform(t,e,o.options)},remove:function(){var o;null===(o=e).parentNode||o.parentNode.removeChild(o)}}}},113(o){o.exports=function(o,e){if(e.styleSheet)e.styleSheet.cssText=o;else{for(;e.firstChild;)e.removeChild(e.firstChild);e.appendChild(document.createTextNode(o))}}},579(o,e,r){var t=r(72),a=r.n(t),n=r(825),p=r.n(n),i=r(659),l=r.n(i),d=r(56),c=r.n(d),s=r(540),u=r.n(s),f=r(113),h=r.n(f),j=r(475),v={};v.styleTagTransform=h(),v.setAttributes=c(),v.insert=l().bind(null,"head"),v.domAPI=p(),v.insertStyleElement=u(),a()(j.A,v),j.A&&j.A.locals&&j.A.locals}}]);