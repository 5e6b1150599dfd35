"use strict";(self.rspackChunkmathcoder_jupyterlab=self.rspackChunkmathcoder_jupyterlab||[]).push([[232],{475(e,o,t){var r=t(601),a=t.n(r),n=t(314),p=(t.n(n))()(a());p.push([e.id,`/* Colours and sizes are the theme's. Nothing is said by colour alone. */

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

.jp-MathCoder-statusModel::after,
.jp-MathCoder-statusSpeed:not(:empty)::before {
  content: ' \xb7 ';
  white-space: pre;
}

.jp-MathCoder-statusStop {
  flex: none;
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
  max-width: 200px;
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

/* A narrow window: what is being done and Stop remain, and notices use the whole width. */
@media (max-width: 630px) {
  .jp-MathCoder-statusModel,
  .jp-MathCoder-statusSpeed {
    display: none;
  }

  .jp-MathCoder-bar,
  .jp-MathCoder-explanation {
    padding-left: calc(var(--jp-cell-collapser-width) + 5px);
  }

  .jp-MathCoder-explanation {
    margin-left: 0;
  }

  /* The prompt stands above its cell here, where the menu would be. */
  .jp-MathCoder-bar.jp-mod-compact {
    top: 0;
    right: 12px;
    left: auto;
    padding: 0;
  }
}
`,""]),t.d(o,{},{A:p})},314(e){e.exports=function(e){var o=[];return o.toString=function(){return this.map(function(o){var t="",r=void 0!==o[5];return o[4]&&(t+="@supports (".concat(o[4],") {")),o[2]&&(t+="@media ".concat(o[2]," {")),r&&(t+="@layer".concat(o[5].length>0?" ".concat(o[5]):""," {")),t+=e(o),r&&(t+="}"),o[2]&&(t+="}"),o[4]&&(t+="}"),t}).join("")},o.i=function(e,t,r,a,n){"string"==typeof e&&(e=[[null,e,void 0]]);var p={};if(r)for(var i=0;i<this.length;i++){var l=this[i][0];null!=l&&(p[l]=!0)}for(var d=0;d<e.length;d++){var c=[].concat(e[d]);r&&p[c[0]]||(void 0!==n&&(void 0===c[5]||(c[1]="@layer".concat(c[5].length>0?" ".concat(c[5]):""," {").concat(c[1],"}")),c[5]=n),t&&(c[2]&&(c[1]="@media ".concat(c[2]," {").concat(c[1],"}")),c[2]=t),a&&(c[4]?(c[1]="@supports (".concat(c[4],") {").concat(c[1],"}"),c[4]=a):c[4]="".concat(a)),o.push(c))}},o}},601(e){e.exports=function(e){return e[1]}},72(e){var o=[];function t(e){for(var t=-1,r=0;r<o.length;r++)if(o[r].identifier===e){t=r;break}return t}function r(e,r){for(var a={},n=[],p=0;p<e.length;p++){var i=e[p],l=r.base?i[0]+r.base:i[0],d=a[l]||0,c="".concat(l," ").concat(d);a[l]=d+1;var s=t(c),u={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==s)o[s].references++,o[s].updater(u);else{var h=function(e,o){var t=o.domAPI(o);return t.update(e),function(o){o?(o.css!==e.css||o.media!==e.media||o.sourceMap!==e.sourceMap||o.supports!==e.supports||o.layer!==e.layer)&&t.update(e=o):t.remove()}}(u,r);r.byIndex=p,o.splice(p,0,{identifier:c,updater:h,references:1})}n.push(c)}return n}e.exports=function(e,a){var n=r(e=e||[],a=a||{});return function(e){e=e||[];for(var p=0;p<n.length;p++){var i=t(n[p]);o[i].references--}for(var l=r(e,a),d=0;d<n.length;d++){var c=t(n[d]);0===o[c].references&&(o[c].updater(),o.splice(c,1))}n=l}}},659(e){var o={};e.exports=function(e,t){var r=function(e){if(void 0===o[e]){var t=document.querySelector(e);if(window.HTMLIFrameElement&&t instanceof window.HTMLIFrameElement)try{t=t.contentDocument.head}catch(e){t=null}o[e]=t}return o[e]}(e);if(!r)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");r.appendChild(t)}},540(e){e.exports=function(e){var o=document.createElement("style");return e.setAttributes(o,e.attributes),e.insert(o,e.options),o}},56(e,o,t){e.exports=function(e){var o=t.nc;o&&e.setAttribute("nonce",o)}},825(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var o=e.insertStyleElement(e);return{update:function(t){var r,a,n;r="",t.supports&&(r+="@supports (".concat(t.supports,") {")),t.media&&(r+="@media ".concat(t.media," {")),(a=void 0!==t.layer)&&(r+="@layer".concat(t.layer.length>0?" ".concat(t.layer):""," {")),r+=t.css,a&&(r+="}"),t.media&&(r+="}"),t.supports&&(r+="}"),(n=t.sourceMap)&&"u">typeof btoa&&(r+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(n))))," */")),e.styleTagTransform(r,o,e.options)},remove:function(){var e;null===(e=o).parentNode||e.parentNode.removeChild(e)}}}},113(e){e.exports=function(e,o){if(o.styleSheet)o.styleSheet.cssText=e;else{for(;o.firstChild;)o.removeChild(o.firstChild);o.appendChild(document.createTextNode(e))}}},579(e,o,t){var r=t(72),a=t.n(r),n=t(825),p=t.n(n),i=t(659),l=t.n(i),d=t(56),c=t.n(d),s=t(540),u=t.n(s),h=t(113),f=t.n(h),j=t(475),v={};v.styleTagTransform=f(),v.setAttributes=c(),v.insert=l().bind(null,"head"),v.domAPI=p(),v.insertStyleElement=u(),a()(j.A,v),j.A&&j.A.locals&&j.A.locals}}]);